"""A PBX for the demo and the tests: serves the REST API and sends real webhooks."""
