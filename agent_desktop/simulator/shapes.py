"""The shapes in which a PBX may tell who is in which queue, and with what status."""

from collections.abc import Iterable, Mapping, Sequence

from agent_desktop.simulator.agents import Agent


def statuses_answer(agents: Iterable[Agent], shape: str, domain: str) -> object:
    """The answer of the status action in one of `faults.SHAPES`."""
    if shape in ("map", "result-map"):
        told = {agent.extension: agent.status for agent in agents}
        return told if shape == "map" else {"result": told}
    if shape == "nested-map":
        return {"result": {"999": {agent.extension: agent.status for agent in agents}}}
    rows = [_row(agent, shape, domain) for agent in agents]
    return {"999": rows} if shape == "nested" else _wrapped(rows, shape)


def members_answer(queues: Mapping[str, Sequence[Agent]], shape: str, domain: str) -> object:
    """The answer of the members action in one of `faults.SHAPES`."""
    if shape in ("map", "result-map", "nested-map"):
        told = {queue: {agent.extension: agent.status for agent in agents} for queue, agents in queues.items()}
        return told if shape == "map" else {"result": told}
    if shape == "nested":
        return {queue: [_row(agent, shape, domain) for agent in agents] for queue, agents in queues.items()}
    rows = [_row(agent, shape, domain) | {"queue": queue} for queue, agents in queues.items() for agent in agents]
    return _wrapped(rows, shape)


def _row(agent: Agent, shape: str, domain: str) -> dict[str, str]:
    if shape == "names":
        return {"exten": f"{agent.extension}@{domain}", "state": agent.status}
    return {"ext": agent.extension, "status": agent.status}


def _wrapped(rows: list[dict[str, str]], shape: str) -> object:
    return {"result": rows, "total": len(rows)} if shape == "result" else {"data": rows} if shape == "data" else rows
