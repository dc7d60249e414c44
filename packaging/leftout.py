"""What the packaged program leaves out, each with its reason.

`build.spec` reads it. What is named here is never missed by the window, the command line or the
training worker; `packaging/linux/check.sh` runs all three out of the package.
"""

MODULES = {
    # never imported by us; hooks or optional imports of others would bring them along
    "IPython": "shells",
    "caffe2": "a predecessor that torch still mentions",
    "fontTools": "of matplotlib",
    "_pytest": "tests",
    "hypothesis": "tests",
    "chardet": "of the tools that make packages",
    "lxml": "of the tools that make packages; optional for tifffile",
    "mypy": "checks",
    "pip": "installs into environments, of which a package has none",
    "pygments": "colours for terminals",
    "pytest": "tests",
    "rich": "colours for terminals",
    "tkinter": "another toolkit",
    "torch.utils.tensorboard": "curves in a browser; the window has its own",
    # `study` and `start --keras`, for those who work from a clone: 190 MB
    "h5py": "reads VGG's weights, once",
    "matplotlib": "plots of a study",
    "pymatting": "rivals in a report",
    "scipy": "intervals in the tables of a study; optional for pyqtgraph and psd-tools",
    # libheif's wheels come with x265, which is under the GPL: it may not be handed on with the rest
    "pillow_heif": "GPL inside",
    **dict.fromkeys(
        (
            # QtOpenGL and QtOpenGLWidgets stay: pyqtgraph does not begin without them
            *("PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtNetwork", "PySide6.QtPdf"),
            *("PySide6.QtPdfWidgets", "PySide6.QtQml"),
            *("PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtSql", "PySide6.QtTest"),
            *("PySide6.QtUiTools", "PySide6.QtXml", "PySide6.QtConcurrent"),
        ),
        "parts of Qt that no window of ours uses; there is no network code in the package",
    ),
}
"""Modules that are not collected."""

FOLDERS = {
    "torch/test": "tests of torch in C++",
    "torch/include": "headers, for extensions",
    "torch/share": "CMake files, for extensions",
    "torch/bin": "tests and compilers; all but the one file of KEPT",
    "torch/lib/libtorch_global_deps.a": "a stub for static linking",
    "torch/lib/libjitbackend_test": "tests of torch in C++",
    "torch/lib/libbackend_with_compiler": "tests of torch in C++",
    "torch/lib/libtorchbind_test": "tests of torch in C++",
    "torch/lib/libaoti_custom_ops": "tests of torch in C++",
    "resources/models/guided-teacher": "19 MB, hardly better than its student; from a clone",
    "resources/foregrounds": "42 MB, for training from a clone",
    "resources/studies": "what was found out, to be read in a clone",
    "resources/screens": "pictures of the README",
    "PySide6/Qt/qml": "no Qt Quick",
    "PySide6/Qt/plugins/egldeviceintegrations": "screens without a window system",
    "PySide6/Qt/plugins/networkinformation": "no network",
    "PySide6/Qt/plugins/platforms/libqeglfs": "screens without a window system",
    "PySide6/Qt/plugins/platforms/libqlinuxfb": "screens without a window system",
    "PySide6/Qt/plugins/platforms/libqminimalegl": "screens without a window system",
    "PySide6/Qt/plugins/platforms/libqvkkhrdisplay": "screens without a window system",
    "PySide6/Qt/plugins/platforms/libqvnc": "screens without a window system",
    "PySide6/Qt/plugins/platformthemes/libqgtk3": "lacks GTK and says so at every start",
    "PySide6/Qt/plugins/tls": "no network",
    "PySide6/Qt/plugins/qmltooling": "no Qt Quick",
    "PySide6/plugins/networkinformation": "no network (Windows)",
    "PySide6/plugins/tls": "no network (Windows)",
    "PySide6/opengl32sw.dll": "draws what we draw without OpenGL (Windows)",
    "pyqtgraph/icons/peegee": "icons of programs that leave it to pyqtgraph to begin them",
    "resources/translations/gossamer_de.ts": "what the .qm beside it is made of",
}
"""Files that are not collected, by the beginning of their path in the package."""

KEPT = (
    "torch/bin/torch_shm_manager",  # without it `import torch` fails
)
"""Files that stay although FOLDERS names them."""

SOURCES = (
    *("torch/_inductor", "torch/_dynamo", "torch/_functorch", "torch/_export", "torch/onnx"),
    *("torch/testing", "torch/fx", "sympy"),
)
"""Folders of which bytecode is enough: PyInstaller collects torch's sources beside it, because
TorchScript reads them; it never meets these."""

READ = ("config.py", "config_comms.py")
"""Sources in them that torch reads when it is imported, by the end of their names."""

STRIPPED = ("libtorch_cpu.so", "libtorch_python.so", "libpython3", "_rle.cpython")
"""Libraries of Linux that are collected without their symbols: 117 MB. Others have few."""

LIBRARIES = ("Qml", "Quick", "Pdf", "Network", "EglFS", "VirtualKeyboard")
"""Libraries of Qt that are not collected, by a part of their name: only the plugins left out use
them."""

ENDINGS = (".a", ".h", ".hpp", ".lib", ".pyi", ".pyx", ".cmake")
"""Files that serve those who build on a library."""

UNREAD = ("RECORD", "sboms")
"""Of a library's .dist-info: sums of its files, and bills of materials that ours stands for."""

LANGUAGES = ("de", "en")
"""Qt's own translations that stay: the languages of the window."""


def is_used(name: str) -> bool:
    """Whether the file with this path in the package is needed."""
    name = name.replace("\\", "/")
    if name.startswith(KEPT):
        return True
    if name.endswith(".py") and name.startswith(SOURCES):
        return name.endswith(READ)
    if name.startswith(tuple(FOLDERS)) or name.endswith(ENDINGS):
        return False
    last = name.rsplit("/", 1)[-1]
    if ".dist-info/" in name:
        return not any(part in UNREAD for part in name.split("/"))
    if "PySide6" in name and "/translations/" in name:
        return last.startswith("qtbase_") and last.endswith(tuple(f"_{x}.qm" for x in LANGUAGES))
    if last.startswith(("libQt6", "Qt6", "Qt")) and "plugins" not in name:
        return not any(part in last.split(".")[0] for part in LIBRARIES)
    return True
