from agent_desktop.ui.models.dial_gate import DialGate


def test_one_dial_at_a_time() -> None:
    gate = DialGate()
    assert gate.admit("101", 0.0)
    assert gate.is_busy
    assert not gate.admit("102", 100.0)
    gate.settle(100.0)
    assert gate.admit("102", 100.0)


def test_the_same_number_waits_three_seconds_from_the_answer() -> None:
    gate = DialGate()
    gate.admit("101", 0.0)
    gate.settle(2.5)
    assert not gate.admit("101", 5.4)
    assert gate.admit("101", 5.5)


def test_another_number_may_follow_at_once() -> None:
    gate = DialGate()
    gate.admit("101", 0.0)
    gate.settle(0.1)
    assert gate.admit("102", 0.2)
