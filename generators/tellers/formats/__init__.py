"""Bytes to raw rows with their places: no schema, no meaning, nothing guessed."""
