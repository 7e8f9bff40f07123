// Importing this registers <sealglass-card> and <sealglass-drop>.
export * from './index.js';
