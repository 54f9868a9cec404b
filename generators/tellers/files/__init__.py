"""Disk: reading content, writing only what changed, staging and swapping, the cache, the fonts."""
