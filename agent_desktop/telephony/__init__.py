"""What a call, an agent and a number are. Pure: no Qt, no IO, no clock, no logging."""
