; The installer of Windows: for one person, without administrator's rights.
;
;   makensis -DVERSION=0.1.0 -DFROZEN=...\dist\gossamer -DICON=...\gossamer.ico -DTARGET=out.exe gossamer.nsi
;
; packaging/build.py calls it. /S installs in silence, /D=C:\folder elsewhere.

Unicode true
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "x64.nsh"
!ifndef SEP  ; of the system that compiles
  !define SEP "\"
!endif

!define NAME "Gossamer"
!define PROJECT "Gossamer.Project.1"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"

Name "${NAME}"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "Software\${NAME}" "InstallDir"
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 64
ManifestDPIAware true

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} ${VERSION}"
VIAddVersionKey "LegalCopyright" "The Gossamer authors, MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\gossamer.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

LangString TYPE ${LANG_ENGLISH} "Gossamer project"
LangString TYPE ${LANG_GERMAN} "Gossamer-Projekt"
LangString WRONG ${LANG_ENGLISH} "${NAME} needs Windows 10 or newer, 64 bits."
LangString WRONG ${LANG_GERMAN} "${NAME} braucht Windows 10 oder neuer, mit 64 Bit."
LangString STRANGE ${LANG_ENGLISH} "There are files of others in $INSTDIR, so it is no place for ${NAME}. Choose an empty folder."
LangString STRANGE ${LANG_GERMAN} "In $INSTDIR liegen fremde Dateien, also kann ${NAME} dort nicht hin. Bitte einen leeren Ordner wählen."

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(WRONG)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Section "-Program"
  ; the folder is emptied, now and when uninstalling: it has to be ours
  ${If} ${FileExists} "$INSTDIR\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\uninstall.exe"
    ${DirState} "$INSTDIR" $0
    ${If} $0 = 1
      MessageBox MB_OK|MB_ICONSTOP "$(STRANGE)" /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
  ${EndIf}
  RMDir /r "$INSTDIR\_internal"  ; nothing of a former version stays

  SetOutPath "$INSTDIR"
  File /r "${FROZEN}${SEP}*"
  File "/oname=gossamer.ico" "${ICON}"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "Software\${NAME}" "InstallDir" "$INSTDIR"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\gossamer.exe" "" "$INSTDIR\gossamer.ico"

  WriteRegStr HKCU "Software\Classes\.gossamer" "" "${PROJECT}"
  WriteRegStr HKCU "Software\Classes\.gossamer" "Content Type" "application/x-gossamer-project"
  WriteRegStr HKCU "Software\Classes\${PROJECT}" "" "$(TYPE)"
  WriteRegStr HKCU "Software\Classes\${PROJECT}\DefaultIcon" "" "$INSTDIR\gossamer.ico,0"
  WriteRegStr HKCU "Software\Classes\${PROJECT}\shell\open\command" "" '"$INSTDIR\gossamer.exe" "%1"'
  ; photographs keep their program; Gossamer is offered under “Open with”
  WriteRegStr HKCU "Software\Classes\Applications\gossamer.exe\shell\open\command" "" '"$INSTDIR\gossamer.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\Applications\gossamer.exe\SupportedTypes" ".jpg" ""
  WriteRegStr HKCU "Software\Classes\Applications\gossamer.exe\SupportedTypes" ".jpeg" ""
  WriteRegStr HKCU "Software\Classes\Applications\gossamer.exe\SupportedTypes" ".png" ""
  WriteRegStr HKCU "Software\Classes\Applications\gossamer.exe\SupportedTypes" ".tif" ""
  WriteRegStr HKCU "Software\Classes\Applications\gossamer.exe\SupportedTypes" ".tiff" ""
  WriteRegStr HKCU "Software\Classes\Applications\gossamer.exe\SupportedTypes" ".webp" ""
  WriteRegStr HKCU "Software\Classes\Applications\gossamer.exe\SupportedTypes" ".avif" ""

  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\gossamer.ico"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Gossamer authors"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${RefreshShellIcons}
SectionEnd

Section "Uninstall"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\gossamer.exe"
  Delete "$INSTDIR\gossamer-cli.exe"
  Delete "$INSTDIR\gossamer-train.exe"
  Delete "$INSTDIR\gossamer.ico"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"

  ReadRegStr $0 HKCU "Software\Classes\.gossamer" ""
  ${If} $0 == "${PROJECT}"
    DeleteRegKey HKCU "Software\Classes\.gossamer"
  ${EndIf}
  DeleteRegKey HKCU "Software\Classes\${PROJECT}"
  DeleteRegKey HKCU "Software\Classes\Applications\gossamer.exe"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegValue HKCU "Software\${NAME}" "InstallDir"
  DeleteRegKey /ifempty HKCU "Software\${NAME}"
  ${un.RefreshShellIcons}
SectionEnd
