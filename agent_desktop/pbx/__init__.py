"""The vendor's two protocols: webhooks in, REST out. The vendor's words stop here."""
