# Conditional forwarders for DNS servers in a virtual network
# Public suffixes of private endpoints, never privatelink names.

#Requires -Modules DnsServer
$ErrorActionPreference = 'Stop'
$targets = '168.63.129.16'
$domains = @(
  'agentsvc.azure-automation.net'
  'api.azureml.ms'
  'applicationinsights.azure.com'
  'aznbcontent.net'
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
)
foreach ($domain in $domains) {
  if (Get-DnsServerZone -Name $domain -ErrorAction SilentlyContinue) {
    Write-Warning "$domain is there already: look at it by hand."
  } else {
    Add-DnsServerConditionalForwarderZone -Name $domain -MasterServers $targets
  }
}
