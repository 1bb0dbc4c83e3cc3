// Runs at CloudFront before it asks the bucket: a path that is no file is a page of the web app, the lab's or
// the finder's, as the server itself has it. Anything else stays what it is, and is not found.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  const path = request.uri.slice(1);
  if (/^lab(\/|$)/.test(path)) request.uri = "/lab-app/index.html";
  else if (path === "" || /^[^/.]{4,16}$/.test(path)) request.uri = "/index.html";
  return request;
}
