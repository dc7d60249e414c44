"""PSD: one layer with the foreground's colours, its mask the alpha; 8 or 16 bits."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from engine.arrays import Image
from engine.export.kinds import Plate, Wish, levels, strips, with_depth

if TYPE_CHECKING:
    from psd_tools.psd.header import FileHeader
    from psd_tools.psd.image_resources import ImageResources
    from psd_tools.psd.layer_and_mask import LayerInfo

LARGEST = 30000
"""Pixels a side; what is larger needs PSB."""
_NAME = "Cut-out"
_FIXED = 65536
"""Resolutions are stored in parts of this, each with the number of its unit, 1 for inches."""


def write(path: Path, plate: Plate, wish: Wish) -> None:
    """Write the plate (Adobe Photoshop File Formats Specification, 2019).

    The flattened picture, for programs that do not look at layers, is the cut-out over white, and
    alpha its fourth channel.
    """
    from psd_tools.constants import ColorMode, Compression
    from psd_tools.psd import PSD
    from psd_tools.psd.header import FileHeader
    from psd_tools.psd.image_data import ImageData
    from psd_tools.psd.layer_and_mask import LayerAndMaskInformation

    assert plate.foreground is not None
    colours = with_depth(plate.foreground, wish.depth)
    alpha = levels(plate.alpha, wish.depth)
    height, width = alpha.shape
    header = FileHeader(
        channels=4,
        height=height,
        width=width,
        depth=int(wish.depth),
        color_mode=ColorMode.RGB,
    )
    flat = ImageData(Compression.RLE)
    flat.set_data([*map(_bytes, _channels(_over_white(colours, alpha))), _bytes(alpha)], header)
    document = PSD(
        header=header,
        image_resources=_resources(plate),
        layer_and_mask_information=LayerAndMaskInformation(_layers(colours, alpha, header)),
        image_data=flat,
    )
    with path.open("wb") as file:
        document.write(file)


def _layers(colours: Image, alpha: Image, header: "FileHeader") -> "LayerInfo":
    from psd_tools.constants import ChannelID, Compression
    from psd_tools.psd.layer_and_mask import (
        ChannelData,
        ChannelDataList,
        ChannelImageData,
        ChannelInfo,
        LayerInfo,
        LayerRecord,
        LayerRecords,
        MaskData,
    )

    height, width = alpha.shape
    solid = np.full_like(alpha, np.iinfo(alpha.dtype).max)
    names = ChannelID.CHANNEL_0, ChannelID.CHANNEL_1, ChannelID.CHANNEL_2
    channels, infos = ChannelDataList(), []
    for name, plane in (
        (ChannelID.TRANSPARENCY_MASK, solid),
        *zip(names, _channels(colours), strict=True),
        (ChannelID.USER_LAYER_MASK, alpha),
    ):
        data = ChannelData(Compression.RLE)
        data.set_data(_bytes(plane), width, height, header.depth, header.version)
        infos.append(ChannelInfo(name, len(data.data) + 2))
        channels.append(data)
    layer = LayerRecord(
        bottom=height,
        right=width,
        channel_info=infos,
        mask_data=MaskData(bottom=height, right=width),
        name=_NAME,
    )
    # a negative count says that the fourth channel is the transparency of the flattened picture
    records, pixels = LayerRecords([layer]), ChannelImageData([channels])  # type: ignore[list-item]
    return LayerInfo(-1, records, pixels)


def _resources(plate: Plate) -> "ImageResources":
    from psd_tools.constants import Resource
    from psd_tools.psd.image_resources import ImageResource, ImageResources

    content: dict[int, bytes] = {}
    if plate.dpi is not None:
        across, down = (round(dots * _FIXED) for dots in plate.dpi)
        numbers = [(across, 4), (1, 2), (1, 2), (down, 4), (1, 2), (1, 2)]
        content[Resource.RESOLUTION_INFO] = b"".join(n.to_bytes(size) for n, size in numbers)
    if plate.icc is not None:
        content[Resource.ICC_PROFILE] = plate.icc
    if plate.exif is not None:
        content[Resource.EXIF_DATA_1] = plate.exif
    stored = [(key, ImageResource(key=key, data=data)) for key, data in content.items()]
    return ImageResources(stored)  # type: ignore[arg-type]


def _over_white(colours: Image, alpha: Image) -> Image:
    """The flattened picture."""
    top = np.float32(np.iinfo(alpha.dtype).max)
    flat = np.empty_like(colours)
    for rows in strips(len(alpha)):
        share = alpha[rows, :, None] / top
        flat[rows] = np.rint(colours[rows] * share + (1 - share) * top)
    return flat


def _channels(colours: Image) -> list[Image]:
    return [colours[..., channel] for channel in range(3)]


def _bytes(plane: npt.NDArray[np.unsignedinteger]) -> bytes:
    return plane.astype(plane.dtype.newbyteorder(">")).tobytes()
