"""Turn g2pM's pickled weights into one plain file of arrays.

The pickles come from the pinned build requirement and are read at build time only; the program
itself never unpickles anything.
"""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


def convert_weights(folder: Path, target: Path) -> None:
    """Write the weights, laid out as duidu.language.polyphone wants them."""
    state = _unpickled(folder / "np_ckpt.pkl")
    characters = list(_unpickled(folder / "char2idx.pkl"))
    classes = list(_unpickled(folder / "class2idx.pkl"))
    embedding = state["embedding.weight"]
    inputs, recurrent = [], []
    for suffix in ("", "_reverse"):
        bias = state[f"lstm.bias_ih_l0{suffix}"] + state[f"lstm.bias_hh_l0{suffix}"]
        inputs.append(_halved(embedding @ state[f"lstm.weight_ih_l0{suffix}"].T + bias))
        recurrent.append(_halved(state[f"lstm.weight_hh_l0{suffix}"].T))
    np.savez(
        target,
        characters=np.array("".join(characters[4:])),
        classes=np.array(" ".join(classes)),
        inputs=np.stack(inputs).astype(np.float32),
        recurrent=np.stack(recurrent).astype(np.float32),
        hidden_weight=state["logit_layer.0.weight"].T.copy(),
        hidden_bias=state["logit_layer.0.bias"],
        output_weight=state["logit_layer.2.weight"].T.copy(),
        output_bias=state["logit_layer.2.bias"],
    )


def _halved(gates: NDArray[np.float32]) -> NDArray[np.float32]:
    """Halve the three sigmoid gates, since sigmoid(x) = (1 + tanh(x / 2)) / 2."""
    size = gates.shape[-1] // 4
    scale = np.full(4 * size, 0.5, np.float32)
    scale[2 * size : 3 * size] = 1.0
    return gates * scale


def _unpickled(path: Path) -> Any:  # noqa: ANN401 - a pickle may hold anything
    with path.open("rb") as file:
        return pickle.load(file)  # noqa: S301 - a file of a pinned package
