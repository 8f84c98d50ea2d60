"""Rebuild every weight file from a PolNeAR checkout (needs the extra `train`)."""
