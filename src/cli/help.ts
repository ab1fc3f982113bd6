/** What `isoplan help` prints. */
export const helpText = `isoplan: checks the network isolation of Azure Machine Learning designs.

  isoplan check FILE…               validate; several files are one design
  isoplan export FILE… --to FORMAT  write pictures, reports, tables and files for other tools
  isoplan trace FILE… --from NAME --to NAME-OR-HOST
                                    follow one packet, hop by hop
  isoplan resolve FILE… --from NAME --name HOST
                                    follow one DNS query, hop by hop
  isoplan ipplan FILE…              address plan: what is taken, what is free, what does not fit
  isoplan compare A B               two designs by meaning
  isoplan restore FILE --key KEY    give a sanitised design its own names back
  isoplan new BLUEPRINT             write a reference architecture or an exercise as a design
  isoplan blueprints                list reference architectures and exercises, the id first
  isoplan rules                     list the rules, the id first
  isoplan help                      this text
  isoplan --version                 the version

FILE is an Isoplan design, also inside a PNG or SVG that Isoplan wrote, or an Azure resource export, recognised by its content; - is standard input.

Options of all that read a FILE
  --goal NAME=VALUE   workspace=private|public, exfiltration-prevention=on|off,
                      internet-outbound=allowed|approved, cloud=public|us-government|china,
                      software=conda,pip,…; may be repeated; what is not stated is the strictest
  --complete          the files hold everything there is: what is missing does not exist
  --date YYYY-MM-DD   today, for expiry and title block; the clock's date when it is not given
  --format FORMAT     text (default) or json; of check also markdown,
                      sarif, junit; of ipplan also csv

Options of check
  --strict            exit with 1 also for warnings and for what is not decided

Options of check and export
  --rules FILE        rules of your organisation, as data; may be repeated
                      (its schema: rules.schema.json in the folder of the page)

Options of trace and resolve
  --from NAME         where it starts: a machine, a compute, a client, a subnet
  --to NAME-OR-HOST   a resource, a sub-resource (stml:blob or stml/blob), an IPv4 address,
                      a service tag, or a host name
  --protocol tcp|udp  tcp when it is not given
  --port PORT         443 when it is not given
  --name HOST         the full name to resolve
  NAME is a name, a path (vnet-ml/snet-training) or a resource id, without regard to case.

Options of export, for svg and png
  --scale 1|2|3|4     pixels a unit of a PNG; 2 when it is not given
  --scheme light|dark
  --background white|transparent
                      white is near black with --scheme dark
  --findings on|off   whether findings are marked and listed
  --select NAME       draw only this, what lies in it and what it is joined to; may be repeated.
  --embed-design on|off
                      whether the design travels inside the picture, to be opened again

Options of new
  --address-space PREFIX  where every network takes its part from: 10.0.0.0/16
  --region REGION         Azure's name for it: westeurope
  --cloud CLOUD           public, us-government or china
  --workspaces N          workspaces, each with dependencies and computes of its own
  --nodes N               nodes of each training cluster at its largest
  --on-premises yes|no    whether a site on-premises is joined
  --name-ending LETTERS   what every name that people give ends in: prod

Options of export, new and restore
  -o, --output OUT    the file, or the folder for several; - is standard output

Exit status
  0  no errors; delivered; answered; everything fits; equal
  1  some errors; not delivered; no answer; something does not fit; different
  2  what was given could not be used
  3  of trace and resolve: it cannot be told
`;
