/** The page before its code has loaded: it says at once what it is. */
export const pageHtml = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>OmniChat sandbox – not Jira</title>
    <link rel="stylesheet" href="/sandbox/page/page.css" />
    <script type="module" src="/sandbox/page/page.js"></script>
  </head>
  <body>
    <div id="root"><p class="loading">OmniChat sandbox – not Jira. Loading …</p></div>
    <noscript>This page needs JavaScript.</noscript>
  </body>
</html>
`;
