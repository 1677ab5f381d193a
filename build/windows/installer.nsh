; electron-builder registers file types but no address schemes on Windows. For whom it is installed, or for all.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\paralel" "" "URL:Paralel"
  WriteRegStr SHELL_CONTEXT "Software\Classes\paralel" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\paralel\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\paralel\shell\open\command" "" '"$appExe" -- "%1"'
!macroend

!macro customUnInstall
  ; Another Paralel, a portable one say, may have taken the scheme since.
  ReadRegStr $R0 SHELL_CONTEXT "Software\Classes\paralel\DefaultIcon" ""
  ${If} $R0 == "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
    DeleteRegKey SHELL_CONTEXT "Software\Classes\paralel"
  ${EndIf}
!macroend
