"""The actions as typed methods, one class per group. Made by `make generate`."""
