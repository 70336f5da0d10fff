"""Replaying topics: bounded, resumable, beside the live workers."""
