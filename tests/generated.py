"""How many questions a law is tried with: few in the quick tests, more where SOURCEBOOK_EXAMPLES says so."""

import os

from hypothesis import HealthCheck, settings


def generated(quick: int) -> settings:
    """Settings for a law: `quick` examples, or as many as the environment asks for if that is more."""
    wanted = max(quick, int(os.environ.get("SOURCEBOOK_EXAMPLES", "0")))
    return settings(max_examples=wanted, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
