"""Reads files of complex formats in a child process with limits.

A server that holds the libraries is forked once a file, so a child costs milliseconds;
it is started when the first such file comes and ends with its owner.
"""

from articles.readers.sandbox.client import read_in_child, stream_from_child

__all__ = ["read_in_child", "stream_from_child"]
