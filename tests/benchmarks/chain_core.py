"""Load the plain chain and run one sentence through it, for its memory."""

from __future__ import annotations

from tests.benchmarks.chain import plain_chain

if __name__ == "__main__":
    plain_chain(["清晨的魚市場，人們為他高興，朝著長長的船走去。"])
