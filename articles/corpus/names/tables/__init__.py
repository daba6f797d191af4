"""The tables of names, written or frozen from free data; each says where it is from."""
