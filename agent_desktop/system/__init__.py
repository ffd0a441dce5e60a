"""This computer: paths, keyring, single instance, what the platform lacks."""
