#!/usr/bin/env python3
"""S-67: Tools/verify_log.py on vectors that others have published, in published_vectors.json beside this file.

Tree heads and audit paths of Certificate Transparency's reference leaves, as transparency-dev/merkle has them; the
signatures of RFC 8032, section 7.1 (1, 2, 3 and SHA(abc)); the signed note of Go's sumdb/note. Says what differs, and
exits 1.
"""

import base64
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "Tools"))
sys.dont_write_bytecode = True
import verify_log as ours  # noqa: E402

VECTORS = json.loads((HERE / "published_vectors.json").read_text())
LEAVES = [ours.tree_hash(bytes.fromhex(leaf)) for leaf in VECTORS["leaves"]]
ROOTS = [bytes.fromhex(root) for root in VECTORS["roots"]]


def edge(size):
    """Roots of the complete subtrees of so many leaves, as `audit` keeps them."""
    roots = []
    for seq, node in enumerate(LEAVES[:size]):
        while seq & 1:
            node, seq = ours.tree_hash(roots.pop(), node), seq >> 1
        roots.append(node)
    return roots


def leads_to(root, leaf, index, size, path):
    try:
        return ours.path_root(leaf, index, size, path) == root
    except ValueError:
        return False


def differences():
    for size, root in enumerate(ROOTS):
        if ours.tree_root(edge(size)) != root:
            yield f"the root of {size} leaves"
    for one in VECTORS["inclusions"]:
        index, size, path = one["index"], one["size"], [bytes.fromhex(step) for step in one["path"]]
        if not leads_to(ROOTS[size], LEAVES[index], index, size, path):
            yield f"the path of leaf {index} of {size}"
        for other, wrong in [(index + 1, path), (index ^ 2, path), (index, [*path, ROOTS[size]]), (index, path[1:])]:
            if (other, wrong) != (index, path) and leads_to(ROOTS[size], LEAVES[index], other, size, wrong):
                yield f"another path than that of leaf {index} of {size}"
    for one in VECTORS["signatures"]:
        key, message, signature = (bytes.fromhex(one[name]) for name in ("key", "message", "signature"))
        if not ours.is_valid(key, message, signature) or ours.is_valid(key, message + b"x", signature):
            yield f"the signature of {one['message']}"
    note = VECTORS["note"]
    key, signature = ours.read_key(note["key"]), base64.b64decode(note["signature"])
    if signature[:4] != key.ident or not ours.is_valid(key.public, note["text"].encode(), signature[4:]):
        yield "the signed note"


found = list(differences())
paths, signatures = len(VECTORS["inclusions"]), len(VECTORS["signatures"])
print("\n".join(found) or f"{len(ROOTS)} roots, {paths} paths, {signatures} signatures, a note")
sys.exit(1 if found else 0)
