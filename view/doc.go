// Package view turns a report into a tree of elements, made from the templates
// in web/, and into Markdown. It writes text only: certificate data becomes
// textContent, never markup.
package view
