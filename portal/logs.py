"""One JSON line an event, safe from line breaks and terminal codes."""

import json
import logging
from datetime import UTC, datetime


class JsonLines(logging.Formatter):
    """Write a record as one ASCII line: whatever a visitor sent stays escaped."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line of ``record``; ASCII escapes make it one line, always."""
        event = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            event["exception"] = self.formatException(record.exc_info)
        return json.dumps(event, ensure_ascii=True)
