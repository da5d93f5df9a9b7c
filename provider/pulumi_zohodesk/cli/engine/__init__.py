"""Pulumi's engine, as commands drive it."""
