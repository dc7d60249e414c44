import numpy as np
import pytest

from engine.imaging.compositing import checkerboard, over, over_colour

RED = np.full((600, 4, 3), (200, 0, 0), np.uint8)
BLUE = np.full((600, 4, 3), (0, 0, 100), np.uint8)


def test_over_is_the_compositing_equation_rounded():
    alpha = np.full((600, 4), 0.25, np.float32)
    assert np.array_equal(np.unique(over(RED, alpha, BLUE), axis=1)[0, 0], (50, 0, 75))


@pytest.mark.parametrize("depth", [np.uint8, np.uint16])
def test_alpha_of_zero_and_one_change_nothing(depth):
    foreground, background = RED.astype(depth), BLUE.astype(depth)
    assert np.array_equal(over(foreground, np.ones((600, 4), np.float32), background), foreground)
    assert np.array_equal(over(foreground, np.zeros((600, 4), np.float32), background), background)


def test_different_sizes_are_a_bug():
    with pytest.raises(ValueError, match="differ in size or depth"):
        over(RED, np.ones((600, 4), np.float32), BLUE[:5])


def test_colour_is_given_with_eight_bits_for_any_depth():
    clear = np.zeros((2, 2), np.float32)
    deep = over_colour(np.zeros((2, 2, 3), np.uint16), clear, (255, 128, 0))
    assert deep.dtype == np.uint16
    assert deep[0, 0].tolist() == [65535, 128 * 257, 0]


def test_checkerboard_alternates_from_light():
    board = checkerboard(5, 7, 2)
    assert board.shape == (5, 7, 3)
    assert board[0, 0, 0] == board[1, 1, 0] == board[2, 2, 0] > board[0, 2, 0] == board[2, 0, 0]
