// The Form Post response mode continues by itself; without JavaScript there is the button.
document.getElementById("form-post").submit();
