# Conditional forwarders for DNS servers on-premises: dns-onprem
# Public suffixes of private endpoints, never privatelink names.

#Requires -Modules DnsServer
$ErrorActionPreference = 'Stop'
$targets = '10.0.0.68'
$domains = @(
  'agentsvc.azure-automation.net'
  'api.azureml.ms'
  'applicationinsights.azure.com'
  'aznbcontent.net'
  'azurecr.io'
  'blob.core.windows.net'
  'file.core.windows.net'
  'inference.ml.azure.com'
  'instances.azureml.ms'
  'instances.ml.azure.ms'
  'monitor.azure.com'
  'notebooks.azure.net'
  'ods.opinsights.azure.com'
  'oms.opinsights.azure.com'
  'services.visualstudio.com'
  'vault.azure.net'
  'vaultcore.azure.net'
)
foreach ($domain in $domains) {
  if (Get-DnsServerZone -Name $domain -ErrorAction SilentlyContinue) {
    Write-Warning "$domain is there already: look at it by hand."
  } else {
    Add-DnsServerConditionalForwarderZone -Name $domain -MasterServers $targets
  }
}
