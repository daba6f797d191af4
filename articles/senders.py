"""Who sends a request, as far as it is counted: an address, or a home's network."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network

_HOME = 64
"""Bits of an IPv6 address that one household shares; it has all addresses below."""


def sender(told: str) -> str:
    """Give what an address is counted by.

    >>> sender("2001:db8::1:2:3:4"), sender("::ffff:192.0.2.7")
    ('2001:db8::/64', '192.0.2.7')
    """
    try:
        address = ip_address(told)
    except ValueError:
        return told[:64]
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:  # what a socket for both calls an IPv4 address
            return str(address.ipv4_mapped)
        return str(ip_network(f"{address}/{_HOME}", strict=False))
    return str(address)
