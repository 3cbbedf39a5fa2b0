"""What a person hands to another: values of the models, set as PDF by Typst."""
