"""Agent Desktop: a call-centre agent's companion for VoiceCloud's hosted PBX."""

__version__ = "0.1.0"
