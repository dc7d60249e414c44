# Install in silence, use the program without a network, remove it, and look at what is left.
$ErrorActionPreference = "Stop"
$PSNativeCommandUseErrorActionPreference = $true

$installer = (Get-Item dist\gossamer-*-windows-x64.exe).FullName
$place = Join-Path $env:RUNNER_TEMP "Gossamer"
$work = New-Item -ItemType Directory (Join-Path $env:RUNNER_TEMP "check")
$classes = "HKCU:\Software\Classes"

Start-Process -Wait $installer -ArgumentList "/S", "/D=$place"
foreach ($name in "gossamer", "gossamer-cli", "gossamer-train") {
    New-NetFirewallRule -DisplayName "check $name" -Direction Outbound -Action Block `
        -Program "$place\$name.exe" | Out-Null
}
$command = (Get-Item "$classes\Gossamer.Project.1\shell\open\command").GetValue("")
if ($command -ne "`"$place\gossamer.exe`" `"%1`"") { throw "projects are opened by: $command" }

$samples = "$place\_internal\resources\samples"
& "$place\gossamer-cli.exe" --version
& "$place\gossamer-cli.exe" matte "$samples\curls.jpg" --trimap "$samples\curls-trimap.png" `
    --truth "$samples\curls-alpha.png" --output "$work\alpha.png" --cutout "$work\cutout.psd" `
    --json | Tee-Object "$work\said.json"
if ((Get-Content -Raw "$work\said.json") -notmatch '"sad": *[0-9]') { throw "no SAD was told" }

@'
{"network": "guided-student", "teacher": "guided-student", "width": 0.25, "steps": 10, "batch": 2,
 "crop": 64, "warm_up": 2, "validate_every": 10, "save_every": 10, "preview_composites": 0,
 "procedural": 1.0}
'@ | Set-Content "$work\spec.json"
& "$place\gossamer-train.exe" "$work\spec.json" "$work\run" | Select-Object -Last 1
if (-not (Select-String -Quiet '"kind": "finished"' "$work\run\events.jsonl")) { throw "the run" }

$window = Start-Process -PassThru "$place\gossamer.exe" -ArgumentList "`"$samples\curls.jpg`""
Start-Sleep 20
if ($window.HasExited) { throw "the window is gone: $($window.ExitCode)" }
Stop-Process $window
Wait-Process -Id $window.Id -ErrorAction SilentlyContinue

Start-Process -Wait "$place\uninstall.exe" -ArgumentList "/S", "_?=$place"
Remove-Item "$place\uninstall.exe" -ErrorAction SilentlyContinue  # with _? it cannot remove itself
Get-NetFirewallRule -DisplayName "check gossamer*" | Remove-NetFirewallRule
foreach ($left in "$classes\Gossamer.Project.1", "$classes\.gossamer") {
    if (Test-Path $left) { throw "$left is left" }
}
if (Test-Path "$place\*") { throw "files are left in $place" }
"All is well"
