"""Collections of readers: articles and figures they keep, in their own order."""
