"""What is kept on this computer: the journal of webhooks and the history of calls."""
