module.exports = {
  title: 'A guide to email certificates',
  url: 'https://guide.example',
  baseUrl: '/',
  scripts: [{ src: '/sealglass/sealglass.js', type: 'module' }],
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false, pages: false }]],
};
