"""Floor 5: what curators work with - new records, checks that watch, links that are asked."""
