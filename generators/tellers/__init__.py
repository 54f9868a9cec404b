"""Tellers turns structured votes and quotes into explainer pages whose every number can be read back and checked."""

__version__ = "0.1.0"
