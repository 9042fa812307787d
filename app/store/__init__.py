"""Floor 3: releases of the corpus as rows and an index."""
