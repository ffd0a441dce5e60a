"""Pictures of every window and of every card, to be looked at: `make pictures`."""
