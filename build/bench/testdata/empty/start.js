import './wasm_exec.js';

const go = new Go();
const response = await fetch('page.wasm');
const { instance } = await WebAssembly.instantiate(await response.arrayBuffer(), go.importObject);
go.run(instance);
