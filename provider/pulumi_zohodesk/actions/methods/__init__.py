"""The actions as typed methods, one class per group. Made by tools/contract/methods.py."""
