# Makes the .msi of the app image: package.ps1 JDK IMAGE OUT VERSION; called by installer/MakeImage.java. Not run by the project yet.
# jpackage needs the WiX Toolset on the path.
param(
    [Parameter(Mandatory)] [string] $Jdk,
    [Parameter(Mandatory)] [string] $Image,
    [Parameter(Mandatory)] [string] $Out,
    [Parameter(Mandatory)] [string] $Version
)
$ErrorActionPreference = 'Stop'
$project = Resolve-Path (Join-Path $PSScriptRoot '..\..')
$name = "hopscope-$Version-windows-x86_64"

$arguments = @(
    '--type', 'msi'
    '--name', 'Hopscope'
    '--app-version', ($Version -replace '-.*', '')
    '--vendor', 'Hopscope'
    '--app-image', $Image
    '--license-file', (Join-Path $project 'LICENSE')
    '--file-associations', (Join-Path $PSScriptRoot 'hops.properties')
    '--win-per-user-install'
    '--win-menu'
    '--win-dir-chooser'
    # the same for every version, by which a newer one replaces an older one
    '--win-upgrade-uuid', '6f2b1c0e-7c1d-4f0e-9c55-1a4f6c7b8e21'
    '--dest', $Out
)
& (Join-Path $Jdk 'bin\jpackage.exe') @arguments
if ($LASTEXITCODE -ne 0) { throw "jpackage ended with status $LASTEXITCODE" }
Move-Item -Force (Join-Path $Out 'Hopscope-*.msi') (Join-Path $Out "$name.msi")
$sum = (Get-FileHash -Algorithm SHA256 (Join-Path $Out "$name.msi")).Hash.ToLower()
"$sum  $name.msi" | Out-File -Encoding ascii (Join-Path $Out 'SHA256SUMS')
