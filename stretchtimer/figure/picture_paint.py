"""Paints the pictures of a person's own, where an exercise has them; else its figure."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QColorSpace, QFont, QImage, QImageReader, QImageWriter, QPainter

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.phase import Side
from stretchtimer.core.pictures import Pictures
from stretchtimer.figure.colors import Color
from stretchtimer.figure.motion import Moment, ease
from stretchtimer.figure.paint import FigurePainter, Painter
from stretchtimer.figure.palette import Look, palette
from stretchtimer.figure.picture_file import Picture, PictureRefused, read_picture

SHOWN_PX = 2000  # a picture's longer side once it is read; no screen shows more of it
_QUALITY = 88  # of a JPEG that is kept
_NAME_SHARE, _SMALLEST_PX = 0.07, 9


def painter_of(exercise: Exercise, look: Look, side: Side | None = None) -> tuple[Painter, bool]:
    """Who paints `exercise`, and whether mirrored for this side."""
    if exercise.pictures is not None:
        mirrored = side is Side.LEFT and exercise.pictures.mirrored
        return PicturePainter(exercise, exercise.pictures, look), mirrored
    illustration, mirrored = exercise.pictured(side)
    return FigurePainter(illustration, look), mirrored


class PicturePainter(Painter):
    """Goes softly from the picture of the start to that of the hold. Where one is missing or
    broken it paints the exercise's name and what is wrong.
    """

    def __init__(self, exercise: Exercise, pictures: Pictures, look: Look) -> None:
        self._exercise, self._pictures, self._look = exercise, pictures, look
        self._images: dict[str, QImage] | None = None
        self._shown: dict[tuple[str, int, int, bool], QImage] = {}
        self.problem = ""

    @property
    def is_read(self) -> bool:
        """Whether `read` was done; before it there is only the ground to paint."""
        return self._images is not None

    def read(self) -> None:
        """Read the pictures, which takes its time; on any thread."""
        folder = self._look.pictures
        try:
            if folder is not None:
                self._images = {name: read_image(folder, name) for name in self._pictures.names}
                return
            self.problem = "nobody knows where its pictures are"
        except PictureRefused as refused:
            self.problem = str(refused)
        self._images = {}

    def image(
        self,
        width: int,
        height: int,
        moment: Moment,
        *,
        mirrored: bool = False,
        pixel_ratio: float = 1.0,
    ) -> QImage:
        """Read first, if need be."""
        if not self.is_read:
            self.read()
        return super().image(width, height, moment, mirrored=mirrored, pixel_ratio=pixel_ratio)

    def paint(
        self,
        painter: QPainter,
        width: int,
        height: int,
        moment: Moment,
        *,
        mirrored: bool = False,
        within: QRectF | None = None,  # noqa: ARG002  # Qt keeps a picture to it as cheaply
    ) -> None:
        """Fill the rectangle from (0, 0) to `width`, `height` (logical pixels)."""
        painter.save()
        if self._images:
            hold, start = self._pictures.hold, self._pictures.start
            t = ease(moment.pose_t) if start is not None else 1.0
            if start is not None and t < 1.0:
                self._paint_one(painter, start, width, height, mirrored=mirrored)
            painter.setOpacity(t)
            self._paint_one(painter, hold, width, height, mirrored=mirrored)
        else:
            painter.fillRect(QRectF(0, 0, width, height), _ground(self._look))
            if self.problem:
                self._paint_words(painter, width, height)
        painter.restore()

    def _paint_one(
        self, painter: QPainter, name: str, width: int, height: int, *, mirrored: bool
    ) -> None:
        """A picture on its ground: kept as large as it is shown, since it is painted many times."""
        ratio = painter.device().devicePixelRatioF()
        room = (round(width * ratio), round(height * ratio))
        key = (name, *room, mirrored)
        image = self._shown.get(key)
        if image is None:
            if len(self._shown) >= len(self._pictures.names):
                self._shown.clear()  # of another size
            whole = (self._images or {})[name]
            # Drawings that can be seen through are made for paper, in the dark too.
            look = replace(self._look, scheme="light") if whole.hasAlphaChannel() else self._look
            image = QImage(*room, QImage.Format.Format_RGB32)
            image.fill(_ground(look))
            _lay(image, whole.flipped(Qt.Orientation.Horizontal) if mirrored else whole)
            image.setDevicePixelRatio(ratio)
            self._shown[key] = image
        painter.drawImage(QPointF(0, 0), image)

    def _paint_words(self, painter: QPainter, width: int, height: int) -> None:
        ink = _qcolor(palette(self._look).scene.arrow)
        size = max(_SMALLEST_PX, round(min(width, height) * _NAME_SHARE))
        edge = size
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        parts = [(self._exercise.name, size * 1.4, QFont.Weight.DemiBold)]
        if min(width, height) > 20 * _SMALLEST_PX:  # on a small card nobody could read more
            parts.append((self._exercise.position, size, QFont.Weight.Normal))
            parts.append((f"No picture: {self.problem}.", size * 0.8, QFont.Weight.Normal))
        painter.setPen(ink)
        room = QRectF(edge, 0, width - 2 * edge, height)
        heights = []
        for text, pixels, weight in parts:
            painter.setFont(_font(pixels, weight))
            heights.append(painter.boundingRect(room, flags, text).height() + size * 0.5)
        top = max(0.0, (height - sum(heights)) / 2)
        for (text, pixels, weight), high in zip(parts, heights, strict=True):
            painter.setFont(_font(pixels, weight))
            painter.drawText(QRectF(edge, top, width - 2 * edge, height), flags, text)
            top += high


def read_image(folder: Path, name: str) -> QImage:
    """The picture called `name`, at most SHOWN_PX wide and high. Raises PictureRefused."""
    picture = read_picture(folder, name)
    image = decoded(picture, SHOWN_PX)
    if image is None:
        raise PictureRefused(f"{name} is damaged, or not what its content begins as")
    return image


def decoded(picture: Picture, most_px: int) -> QImage | None:
    """The picture, its longer side at most `most_px`, turned as its camera says; None where it is
    broken.
    """
    image = _drawn(picture, most_px) if picture.kind == "svg" else _unpacked(picture, most_px)
    return None if image.isNull() else image


def shrunk(picture: Picture) -> Picture | None:
    """The picture as it is kept: no larger than screens, and without what a camera adds, such as
    where a photo was taken. None where it is broken.
    """
    image = decoded(picture, SHOWN_PX)
    if image is None or picture.kind == "svg":
        return None if image is None else picture
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(picture.kind.encode()))
    if picture.kind == "jpg":
        writer.setQuality(_QUALITY)
    writer.write(_bare(image))
    return Picture(picture.kind, bytes(content.data()))


def _bare(image: QImage) -> QImage:
    """The pixels alone, in the colours of screens."""
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    formats = QImage.Format
    see_through = image.hasAlphaChannel()
    bare = QImage(image.size(), formats.Format_ARGB32 if see_through else formats.Format_RGB32)
    bare.fill(Qt.GlobalColor.transparent)
    painter = QPainter(bare)
    painter.drawImage(0, 0, image)
    painter.end()
    return bare


def _unpacked(picture: Picture, most_px: int) -> QImage:
    buffer = QBuffer()
    buffer.setData(picture.content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(picture.kind.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > most_px:
        reader.setScaledSize(_fitted(size, most_px))
    return reader.read()


def _drawn(picture: Picture, most_px: int) -> QImage:
    from PySide6.QtSvg import QSvgRenderer  # most people's pictures are photos

    renderer = QSvgRenderer()
    if not renderer.load(QByteArray(picture.content)):
        return QImage()
    size = _fitted(renderer.defaultSize(), most_px)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return image


def _fitted(size: QSize, most_px: int) -> QSize:
    fitted = size.scaled(most_px, most_px, Qt.AspectRatioMode.KeepAspectRatio)
    return fitted.expandedTo(QSize(1, 1))


def _lay(ground: QImage, picture: QImage) -> None:
    """The picture into the middle of `ground`, as large as it fits."""
    fitted = picture.scaled(
        ground.size(),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    left, top = (ground.width() - fitted.width()) // 2, (ground.height() - fitted.height()) // 2
    painter = QPainter(ground)
    painter.drawImage(left, top, fitted)
    painter.end()


def _ground(look: Look) -> QColor:
    return _qcolor(palette(look).scene.background)


def _qcolor(color: Color) -> QColor:
    return QColor(color.red, color.green, color.blue)


def _font(pixels: float, weight: QFont.Weight) -> QFont:
    font = QFont()
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(weight)
    return font
