"""Questions beside the list of hits: where words stand, what was perhaps meant."""
