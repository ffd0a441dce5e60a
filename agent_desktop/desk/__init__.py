"""The agent's desk as a service on a thread of its own, free of Qt."""
