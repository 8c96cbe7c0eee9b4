"""Files of rate plans: read, written, and given the public holidays of their calendars."""

from core.config.rate_plans.reading import read_plan
from core.config.rate_plans.writing import plan_text

__all__ = ["plan_text", "read_plan"]
