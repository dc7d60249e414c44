"""The matting Laplacian without any art, as an oracle for those that are quick."""

import numpy as np


def dense_laplacian(image, epsilon):
    """Levin et al., equation 12: over each whole 3 × 3 window, δ - (1 + (I-μ)ᵀ(Σ+ε)⁻¹(I-μ))/9."""
    height, width = image.shape[:2]
    total = np.zeros((height * width, height * width))
    for top in range(height - 2):
        for left in range(width - 2):
            index = [r * width + c for r in range(top, top + 3) for c in range(left, left + 3)]
            colours = image.reshape(-1, 3)[index].astype(np.float64)
            centred = colours - colours.mean(0)
            inverse = np.linalg.inv(centred.T @ centred / 9 + epsilon * np.eye(3))
            total[np.ix_(index, index)] += np.eye(9) - (1 + centred @ inverse @ centred.T) / 9
    return total
