package view

// PluralForms are the forms that the words of a language have.
var PluralForms = pluralForms
