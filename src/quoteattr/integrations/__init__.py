"""Ways into other systems; each needs its extra."""
