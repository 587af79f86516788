export { checkConnections } from './forge/checkConnections';
export { inbound } from './forge/inbound';
export { onComment } from './forge/onComment';
export { onIssue } from './forge/onIssue';
export { fetchFiles, perform } from './forge/perform';
export { resolver } from './forge/resolver';
export { sweep } from './forge/sweep';
