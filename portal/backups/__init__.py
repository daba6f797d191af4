"""Backups: the whole archive in one file that proves itself, and the way back.

A tar file holds a snapshot of the database, the bytes of every capture it names, the
other files, and at its end a manifest with the digest of every member. The index is not
in it: it is built again from the database.
"""
