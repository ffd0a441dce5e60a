"""What a shell is told to type: each verb's own help, and the way out of a dial that needs a decision."""

import pytest


@pytest.mark.parametrize("arguments", [("backup",), ("recording",), ("contacts", "export")], ids=" ".join)
def test_a_verb_that_replaces_a_file_says_so(agent_desktop, arguments):
    assert "replaced" in agent_desktop(*arguments, "--help").out


@pytest.mark.parametrize(("verb", "does"), [("status", "real-time status"), ("spy", "whisper  the extension alone")])
def test_the_help_of_a_verb_says_what_it_does(agent_desktop, verb, does):
    assert does in agent_desktop(verb, "--help").out


def test_a_word_too_many_leads_to_the_help_of_its_verb(agent_desktop):
    assert "agent-desktop queue --help" in agent_desktop("queue", "998").err


def test_several_numbers_are_told_to_choose_from(agent_desktop):
    agent_desktop.set_up("http://127.0.0.1:9")
    done = agent_desktop("dial", "0938363739 or (028) 3822 1234")
    assert "0938363739, 02838221234" in done.err


def test_an_emergency_number_in_a_link_leads_to_the_flag(agent_desktop):
    agent_desktop.set_up("http://127.0.0.1:9")
    assert "--yes" in agent_desktop("dial", "tel:113").err
    assert "--yes" not in agent_desktop("dial", "tel:").err
